const FORMS =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司|合伙企业|公司|co\.?,?ltd\.?|ltd\.?|limited|inc\.?|corporation|corp\.?)$/

/**
 * A name with all taken away by which the same enterprise is written differently: width, case, spaces, brackets and what is
 * in them where it is a place or a form, the legal form at the end, a leading province, city or district.
 * Two names with the same key are only alike: a person must look.
 * @param places names of places that may stand in front, such as 临江市
 */
export function nameKey(name: string, places: readonly string[]): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.,，。、\-—_'"“”‘’《》<>]+/g, '')
  const open = plain.replace(/[()（）[\]【】〔〕]/g, '')
  const led = leadingPlace(open, places)
  const core = led.replace(FORMS, '')
  return core === '' ? plain : core
}

function leadingPlace(text: string, places: readonly string[]): string {
  const stems = places.flatMap((place) => [place, place.replace(/(?:省|市|区|县)$/, '')])
  const found = stems
    .filter((stem) => stem.length > 1 && text.startsWith(stem))
    .sort((a, b) => b.length - a.length)[0]
  if (found === undefined) return text
  const rest = text.slice(found.length).replace(/^(?:省|市|区|县)/, '')
  return rest === '' ? text : rest
}
