/** Reads `color=2, size=4`; a text says what is wrong. */
export function readVariants(text: string): Record<string, number> | string {
  const found: Record<string, number> = {};
  for (const part of text.split(',').map((part) => part.trim())) {
    if (part === '') continue;
    const match = /^([A-Za-z]\w*)\s*=\s*(\d+)$/.exec(part);
    if (!match?.[1]) return `“${part}” is not an attribute with a number, such as color=2`;
    const count = Number(match[2]);
    if (count < 1 || count > 255) return `“${part}”: the number goes from 1 to 255`;
    found[match[1]] = count;
  }
  return found;
}
