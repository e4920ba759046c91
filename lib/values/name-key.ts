const FORMS =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司|合伙企业|公司|coltd|ltd|limited|inc|corporation|corp)$/

/**
 * A name with all taken away by which the same enterprise is written differently: width, case, spaces, signs and brackets,
 * the legal form at the end, a leading province, city or district.
 * Two names with the same key are only alike: a person must look.
 * @param places names of places that may stand in front, such as 临江市
 */
export const nameKey = (name: string, places: readonly string[]): string => nameKeys(places)(name)

/** The same for thousands of names: what the places amount to is worked out once. */
export function nameKeys(places: readonly string[]): (name: string) => string {
  const stems = places.map((place) => place.replace(/[省市区县]$/, '')).filter((stem) => stem.length > 1)
  return (name) => {
    const plain = name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·•.,，。、\-—_'"“”‘’《》<>()（）[\]【】〔〕]/g, '')
    const stem = stems.find((each) => plain.startsWith(each))
    const placeless = stem === undefined ? plain : plain.slice(stem.length).replace(/^[省市区县]/, '')
    const core = placeless.replace(FORMS, '')
    return core === '' ? plain : core
  }
}
