/**
 * The id of what hangs from a switch and has no name: from the switch's and which line below it is.
 * Numbers alone are functions of the switch's own device.
 */
export function hungId(switchId: string, place: number): string {
  return `${switchId}/d${place}`;
}
