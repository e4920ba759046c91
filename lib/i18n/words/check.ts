import { bilingual } from '../bilingual'

/** The check page and the certification. */
export const check = bilingual({ title: '全审' }, { title: 'Check all' })
