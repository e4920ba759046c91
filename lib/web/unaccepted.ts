import 'server-only'
import { cookies } from 'next/headers'
import { cookieOptions } from './auth-options'
import { safePath } from './page'
import { isSameOrigin } from './same-origin'

const COOKIE = 'chengji-unaccepted'
const YEAR_SECONDS = 365 * 24 * 3600

/** Whether figures that are submitted and not accepted are shown, marked, beside the accepted ones. */
export type Unaccepted = 'shown' | 'hidden'

const isChoice = (value: unknown): value is Unaccepted => value === 'shown' || value === 'hidden'

/** What the address says (`unaccepted=`), else what this browser chose last, else hidden. */
export async function unacceptedChoice(asked: unknown): Promise<Unaccepted> {
  if (isChoice(asked)) return asked
  const chosen = (await cookies()).get(COOKIE)?.value
  return isChoice(chosen) ? chosen : 'hidden'
}

/** The form of the switch: a choice and the page to come back to, whose address then says it too. Only from our own pages. */
export async function switchUnaccepted(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => null)
  const [choice, to] = [form?.get('unaccepted'), form?.get('to')]
  if (!isChoice(choice)) return new Response(null, { status: 400 })
  const jar = await cookies()
  jar.set(COOKIE, choice, { ...cookieOptions(), maxAge: YEAR_SECONDS })
  const back = new URL(typeof to === 'string' ? safePath(to) : '/', 'http://portal')
  back.searchParams.set('unaccepted', choice)
  return new Response(null, {
    status: 303,
    headers: { Location: `${back.pathname}${back.search}`, 'Cache-Control': 'no-store' },
  })
}
