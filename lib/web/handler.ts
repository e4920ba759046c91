import 'server-only'
import { NextResponse, type NextRequest } from 'next/server'
import type { z } from 'zod'
import type { CityAction, GeneralAction } from '@/lib/access/actions'
import { AccessRefused, authorize, type Permit } from '@/lib/access/authorize'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { Refusal } from '@/lib/values'
import { recordDenied } from './denied'
import { isFollowed, refusalPage } from './refusal-page'
import { isSameOrigin } from './same-origin'
import { currentSession } from './session'

const LARGEST_BODY = 2_000_000
const STATUS = { signInFirst: 401, notAllowed: 403, notFound: 404 } as const

/** The route parameters of a city's route. */
export interface CityParams {
  readonly city: string
}

interface Context<P> {
  readonly params: Promise<P>
}

/** What a route gives; null where its address names nothing. */
type Answer = Response | Readonly<Record<string, unknown>> | null

/** A GET route about one city. */
export function cityGet<P extends CityParams, A extends CityAction>(
  action: A,
  run: (permit: Permit<A>, params: P, request: NextRequest) => Promise<Answer>,
) {
  return async (request: NextRequest, { params }: Context<P>): Promise<Response> => {
    const where = await params
    return guard(request, action, where.city, async (actor) =>
      run(authorize(actor, action, where.city), where, request),
    )
  }
}

/** A GET route about no single city. */
export function generalGet<A extends GeneralAction>(
  action: A,
  run: (permit: Permit<A>, request: NextRequest) => Promise<Answer>,
) {
  return (request: NextRequest): Promise<Response> =>
    guard(request, action, undefined, async (actor) => run(authorize(actor, action), request))
}

/** A POST route of JSON about one city: same origin only, bounded, validated. */
export function cityPost<P extends CityParams, S extends z.ZodType, A extends CityAction>(
  action: A,
  schema: S,
  run: (permit: Permit<A>, params: P, body: z.output<S>) => Promise<Answer>,
) {
  return async (request: NextRequest, { params }: Context<P>): Promise<Response> => {
    const where = await params
    return guard(request, action, where.city, async (actor) => {
      const permit = authorize(actor, action, where.city)
      const refused = crossSite(request)
      if (refused !== null) return refused
      const body = schema.safeParse(await readJson(request))
      if (!body.success) {
        throw new Refusal('formWrong', {
          field: body.error.issues[0]?.path.join('.') ?? '',
          problem: body.error.issues[0]?.code ?? '',
        })
      }
      return run(permit, where, body.data)
    })
  }
}

/** A POST route of bytes about one city: same origin only, as many as were declared, and no more than `largest`. */
export function cityBytes<P extends CityParams, A extends CityAction>(
  action: A,
  largest: number,
  run: (permit: Permit<A>, params: P, bytes: Uint8Array, request: NextRequest) => Promise<Answer>,
) {
  return async (request: NextRequest, { params }: Context<P>): Promise<Response> => {
    const where = await params
    return guard(request, action, where.city, async (actor) => {
      const permit = authorize(actor, action, where.city)
      const refused = crossSite(request, 'application/octet-stream')
      if (refused !== null) return refused
      return run(permit, where, await readBytes(request, largest), request)
    })
  }
}

async function guard(
  request: NextRequest,
  action: CityAction | GeneralAction,
  city: string | undefined,
  run: (actor: NonNullable<Awaited<ReturnType<typeof currentSession>>>['actor'] | null) => Promise<Answer>,
): Promise<Response> {
  const session = await currentSession()
  const actor = session?.mustChangePassword === true ? null : (session?.actor ?? null)
  const refuse = (refusal: AnyRefusal, status: number) =>
    isFollowed(request) ? refusalPage(refusal, status, request) : json({ refusal }, status)
  try {
    const answer = await run(actor)
    if (answer === null) return await refuse({ code: 'notFound', detail: {} }, STATUS.notFound)
    if (!(answer instanceof Response)) return json(answer, 200)
    answer.headers.set('Cache-Control', 'no-store')
    return answer
  } catch (error) {
    if (error instanceof Refusal)
      return await refuse({ code: error.code, detail: error.detail }, error.code === 'formWrong' ? 400 : 409)
    if (!(error instanceof AccessRefused)) throw error
    if (error.code !== 'signInFirst') await recordDenied(actor, action, city)
    return await refuse({ code: error.code, detail: {} }, STATUS[error.code])
  }
}

const json = (body: Readonly<Record<string, unknown>>, status: number): Response =>
  NextResponse.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** Null when the request comes from our own pages and carries what it should, which no plain form can send. */
function crossSite(request: NextRequest, wanted = 'application/json'): Response | null {
  const isWanted = request.headers.get('content-type')?.split(';')[0]?.trim() === wanted
  return isWanted && isSameOrigin(request) ? null : json({ refusal: { code: 'notAllowed', detail: {} } }, 403)
}

async function readJson(request: NextRequest): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY)
    throw new Refusal('formWrong', { field: '', problem: 'tooLarge' })
  const text = await request.text()
  if (text.length > LARGEST_BODY) throw new Refusal('formWrong', { field: '', problem: 'tooLarge' })
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal('formWrong', { field: '', problem: 'notJson' })
  }
}

async function readBytes(request: NextRequest, largest: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > largest) throw new Refusal('formWrong', { field: '', problem: 'tooLarge' })
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > largest) throw new Refusal('formWrong', { field: '', problem: 'tooLarge' })
  // What stands in between may cut a body off and still pass it on as whole.
  if (!Number.isNaN(declared) && bytes.length !== declared)
    throw new Refusal('bytesDiffer', { expected: String(declared), got: String(bytes.length) })
  return bytes
}
