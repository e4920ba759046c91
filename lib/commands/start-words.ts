import { words } from '@/lib/i18n'
import type { SeededAccount, SeedMode } from '@/prisma/seed'
import { modeNames } from './messages.mjs'

/** Where the portal is, who may sign in, where its data lies, how to stop it. */
export function printAddress(
  address: string,
  mode: SeedMode,
  accounts: readonly SeededAccount[],
  where: string,
): void {
  console.log(`\n城绩 Chengji  ${address}\n`)
  if (mode === 'demo') printDemonstration(accounts)
  console.log(`数据 Data       ${where}（${modeNames[mode].join(' · ')}）`)
  console.log('停止 To stop    Ctrl-C\n')
}

/** The accounts of the demonstration, by role; they share one password. */
function printDemonstration(accounts: readonly SeededAccount[]): void {
  const [zh, en] = [words('zh-CN').names.role, words('en').names.role]
  console.log(`演示账号 Demonstration accounts，口令 password: ${accounts[0]?.password ?? ''}`)
  const roles = [...new Set(accounts.map(({ role }) => role))]
  for (const role of roles) {
    const logins = accounts.filter((account) => account.role === role).map(({ login }) => login)
    console.log(`  ${zh[role]} ${en[role]}: ${logins.join(' ')}`)
  }
  console.log('')
}

/** The one-time password of the first administrator; nobody can read it again. */
export function printFirstAdministrator(accounts: readonly SeededAccount[]): void {
  for (const { login, password } of accounts) {
    console.log('')
    console.log('首任安全管理员，一次性口令只显示这一次，登录后须更改：')
    console.log(
      'The first administrator; this one-time password is shown only now and must be changed at sign-in:',
    )
    console.log(`  账号 login     ${login}`)
    console.log(`  口令 password  ${password}`)
    console.log('')
  }
}
