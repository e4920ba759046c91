const FORMS =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司|合伙企业|公司|coltd|ltd|limited|inc|corporation|corp)$/

/**
 * A name with all taken away by which the same enterprise is written differently: width, case, spaces, signs and brackets,
 * the legal form at the end, a leading province, city or district.
 * Two names with the same key are only alike: a person must look.
 * @param places names of places that may stand in front, such as 临江市
 */
export function nameKey(name: string, places: readonly string[]): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.,，。、\-—_'"“”‘’《》<>()（）[\]【】〔〕]/g, '')
  const core = withoutPlace(plain, places).replace(FORMS, '')
  return core === '' ? plain : core
}

function withoutPlace(text: string, places: readonly string[]): string {
  const stem = places
    .map((place) => place.replace(/[省市区县]$/, ''))
    .find((each) => each.length > 1 && text.startsWith(each))
  return stem === undefined ? text : text.slice(stem.length).replace(/^[省市区县]/, '')
}
