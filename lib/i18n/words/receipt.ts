import { bilingual } from '../bilingual'

/** The receipt of a submission. */
export const receipt = bilingual({ title: '回执' }, { title: 'Receipt' })
