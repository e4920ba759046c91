/**
 * Draws `size` of the keys (all, if there are fewer), in the order of drawing: each key is placed by the digest of seed and
 * key, lowest first. Whoever has seed and keys draws the same; neither the order nor repetitions of the keys change it.
 * @param digest SHA-256 of a text in UTF-8, as lower-case hexadecimal digits
 */
export function drawSample(
  keys: readonly string[],
  size: number,
  seed: string,
  digest: (text: string) => string,
): readonly string[] {
  const places = new Map(keys.map((key) => [digest(`${seed}\n${key}`), key]))
  return [...places.keys()]
    .sort()
    .slice(0, size)
    .map((place) => places.get(place) ?? '')
}
