import { bilingual } from '../bilingual'

/** Names of sheets, heads and files of exports. */
export const exporting = bilingual({ title: '导出' }, { title: 'Export' })
