import { bilingual } from '../bilingual'

/** The notice, clause by clause. */
export const notice = bilingual({ title: '通知原文与解读' }, { title: 'The notice and how it is read' })
