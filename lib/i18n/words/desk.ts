import { bilingual } from '../bilingual'

/** The city desk: the form of the quarter, baseline and targets. */
export const desk = bilingual({ title: '填报' }, { title: 'Report' })
