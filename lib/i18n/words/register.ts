import { bilingual } from '../bilingual'

/** The rows behind a headline count. */
export const register = bilingual({ title: '台账' }, { title: 'Register' })
