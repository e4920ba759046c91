/** Faces that Chinese Windows and WPS bring along; elsewhere a reader takes its nearest. */
const LATIN = 'Times New Roman'
export const SONG = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: '仿宋' }
export const HEI = { ...SONG, eastAsia: '黑体' }
/** 小标宋, of titles. */
export const XIAOBIAO = { ...SONG, eastAsia: '方正小标宋简体' }
export const KAI = { ...SONG, eastAsia: '楷体' }
export const GREY = '46484D'

/** A4 between the margins of GB/T 9704-2012: 156 mm, in twentieths of a point. */
export const TEXT_WIDTH = 8844
