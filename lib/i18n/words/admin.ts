import { bilingual } from '../bilingual'

/** Accounts, periods, programmes, audit. */
export const admin = bilingual({ title: '管理' }, { title: 'Administration' })
