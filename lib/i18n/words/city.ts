import { bilingual } from '../bilingual'

/** The page of one city. */
export const city = bilingual({ title: '城市进展' }, { title: 'City progress' })
