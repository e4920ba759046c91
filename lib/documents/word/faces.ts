/** Faces that Chinese Windows and WPS bring along; elsewhere a reader takes its nearest. */
const LATIN = 'Times New Roman'
export const SONG = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: '仿宋' }
export const HEI = { ...SONG, eastAsia: '黑体' }
export const KAI = { ...SONG, eastAsia: '楷体' }
export const GREY = '46484D'
