/** What a device is given for a scatterlist: the list, the picture of its mapping, and why. */
export function MappingPanel() {
  return <p>A scatterlist and what the kernel makes of it.</p>;
}
