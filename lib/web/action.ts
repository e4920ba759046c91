import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { CityAction, GeneralAction } from '@/lib/access/actions'
import { AccessRefused, authorize, type Permit } from '@/lib/access/authorize'
import { Refusal } from '@/lib/values'
import { recordDenied } from './denied'
import type { FormState } from './form-state'
import { currentSession } from './session'

export type { FormState } from './form-state'

/** Where to go after success, or what to show in place. */
export type Outcome = { readonly to: string } | { readonly shown: Readonly<Record<string, string>> }

/**
 * The seam of every server action: validates the form, authorises, runs the use-case, and turns refusals into values.
 * `Next` itself compares Origin and Host of the request.
 */
export async function cityForm<S extends z.ZodType<{ city: string }>, A extends CityAction>(
  form: FormData,
  schema: S,
  action: A,
  run: (permit: Permit<A>, input: z.output<S>) => Promise<Outcome>,
): Promise<FormState> {
  return answer(form, action, schema, (input, actor) => run(authorize(actor, action, input.city), input))
}

/** The same for deeds that concern no single city. */
export async function generalForm<S extends z.ZodType, A extends GeneralAction>(
  form: FormData,
  schema: S,
  action: A,
  run: (permit: Permit<A>, input: z.output<S>) => Promise<Outcome>,
): Promise<FormState> {
  return answer(form, action, schema, (input, actor) => run(authorize(actor, action), input))
}

async function answer<S extends z.ZodType>(
  form: FormData,
  action: CityAction | GeneralAction,
  schema: S,
  run: (
    input: z.output<S>,
    actor: NonNullable<Awaited<ReturnType<typeof currentSession>>>['actor'] | null,
  ) => Promise<Outcome>,
): Promise<FormState> {
  const values = typed(form)
  const session = await currentSession()
  // Whoever still has a one-time password does nothing before changing it.
  const isFirst =
    session?.mustChangePassword === true && action !== 'account.changeOwn' && action !== 'identity.verify'
  const actor = isFirst ? null : (session?.actor ?? null)
  let outcome: Outcome
  try {
    const input = schema.safeParse(fields(form))
    if (!input.success) return { refusal: wrongForm(input.error, form), values }
    outcome = await run(input.data, actor)
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, detail: error.detail }, values }
    if (!(error instanceof AccessRefused)) throw error
    if (error.code !== 'signInFirst') await recordDenied(actor, action, values.city)
    return { refusal: { code: error.code, detail: {} }, values }
  }
  if ('to' in outcome) redirect(outcome.to)
  return { refusal: null, values: {}, shown: outcome.shown }
}

/** What is wrong with a form that does not fit its schema: a text that is too long is told so, with its length. */
function wrongForm({ issues: [issue] }: z.ZodError, form: FormData): FormState['refusal'] {
  const field = issue?.path.join('.') ?? ''
  const text = form.getAll(String(issue?.path[0] ?? ''))[Number(issue?.path[1] ?? 0)]
  return issue?.code === 'too_big' && issue.origin === 'string' && typeof text === 'string'
    ? { code: 'tooLong', detail: { limit: String(issue.maximum), got: String(text.length), field } }
    : { code: 'formWrong', detail: { field } }
}

/** Form fields as an object; a field that occurs several times becomes a list. */
function fields(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$'))
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name).filter((value): value is string => typeof value === 'string')
      return [name, all.length === 1 ? (all[0] ?? '') : all]
    }),
  )
}

/** What was typed, to be shown again: never passwords. */
function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !entry[0].startsWith('$') && !/password/i.test(entry[0]),
    ),
  )
}
