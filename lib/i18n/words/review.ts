import { bilingual } from '../bilingual'

/** The review desk. */
export const review = bilingual({ title: '审核' }, { title: 'Review' })
