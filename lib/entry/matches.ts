/** Whether any of these texts holds what a person looks for, without regard to case, width or spaces. */
export function matches(wanted: string, ...texts: readonly string[]): boolean {
  const needle = plain(wanted)
  return needle === '' || texts.some((text) => plain(text).includes(needle))
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
