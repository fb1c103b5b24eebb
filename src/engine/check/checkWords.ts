interface CheckWords {
  /** Of the rule, as a heading. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
}

/** Every rule with its words, in the order in which findings of equal weight are listed. */
export const CHECK_WORDS = {
  'cpu-platform': {
    title: 'CPU and platform of different machines',
    why: 'The kernel asks the CPU which requests between peers the root complex passes: with another CPU, the verdicts are of another machine.',
  },
  'same-address': {
    title: 'Addresses used twice',
    why: 'A configuration request names one bus, device and function: two that answer to the same cannot both be reached.',
  },
  'fixed-address': {
    title: 'Numbers set by hand that do not hold',
    why: 'Firmware and kernel count buses from the top down; a number that is taken or out of range is not given.',
  },
  'no-number': {
    title: 'Functions without a number',
    why: 'What has no address answers to no request: no driver finds it.',
  },
  'no-function-0': {
    title: 'Devices without function 0',
    why: 'A scan asks for function 0 first and leaves a device out that does not answer there.',
  },
  'bus-numbers': {
    title: 'Bus numbers run out',
    why: 'A bus number has eight bits: every bridge takes one of 256 in its segment, whatever is plugged in.',
  },
  'deep-tree': {
    title: 'Many switches in a row',
    why: 'Each switch adds its latency to every transfer, and firmware of some computers follows bridges only so far down.',
  },
  'no-room': {
    title: 'BARs without room',
    why: 'A BAR without an address cannot be mapped, and nobody can write to it.',
  },
  'memory-beyond-bar': {
    title: 'Memory for peers beyond its BAR',
    why: 'Only what lies inside a BAR has an address on the bus.',
  },
  'odd-bar': {
    title: 'BARs of a size that no BAR has',
    why: 'The size of a BAR is a power of two: its register can say no other.',
  },
  'small-bar': {
    title: 'BARs smaller than they could be',
    why: 'Peers reach only as much of a card’s memory as its BAR shows.',
  },
  'two-devices': {
    title: 'Two devices at the end of one link',
    why: 'A link joins two ports; a second device needs a link of its own.',
  },
  'slot-twice': {
    title: 'Slots used twice',
    why: 'A slot takes one card, and each card needs lanes of its own.',
  },
  bifurcation: {
    title: 'Slots divided as they cannot be',
    why: 'The ports of a slot share its lanes; firmware can only divide them in the ways that the root port offers.',
  },
  'slot-lanes': {
    title: 'Links wider than their slot',
    why: 'A link can train no wider than the lanes that are wired to the slot.',
  },
  'slot-port': {
    title: 'Devices in a slot that their port does not feed',
    why: 'What a slot is called leads people to the wrong card when it does not fit the tree.',
  },
  'lane-budget': {
    title: 'More lanes than there are',
    why: 'Lanes are pins of the chip; what is beyond them cannot be wired.',
  },
  'degraded-link': {
    title: 'Links below what both ends can do',
    why: 'Everything that passes such a link is slowed down, and it often points to a bad contact, riser or setting.',
  },
  'slow-path': {
    title: 'Cards faster than the way to them',
    why: 'A transfer runs no faster than the slowest link on its way.',
  },
  'shared-uplink': {
    title: 'Uplinks with more below than they pass',
    why: 'Whatever leaves the switch shares its uplink; transfers between its own ports do not.',
  },
  'virtual-functions': {
    title: 'More virtual functions than the card has',
    why: 'TotalVFs limits how many virtual functions a physical one can bring up.',
  },
  'virtual-apart': {
    title: 'Virtual functions away from their physical one',
    why: 'A virtual function is part of its card and stands below the same bridge.',
  },
  'side-link': {
    title: 'Side links that lead nowhere',
    why: 'A link between two parts that is not there says something of the drawing, not of the machine.',
  },
  'hidden-acs': {
    title: 'ACS words that are not shown',
    why: 'Whether requests between peers are sent up to the root complex depends on these words.',
  },
  'hidden-parents': {
    title: 'Functions without a known place',
    why: 'Without the bridge above it, nobody can tell which way a function’s requests take.',
  },
} as const satisfies Readonly<Record<string, CheckWords>>;

export type CheckId = keyof typeof CHECK_WORDS;
