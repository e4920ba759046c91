import { bilingual } from '../bilingual'

/** Help and the keyboard card. */
export const help = bilingual({ title: '帮助' }, { title: 'Help' })
