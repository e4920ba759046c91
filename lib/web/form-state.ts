import type { AccessRefused } from '@/lib/access/authorize'
import type { RefusalDetail, RefusalNote } from '@/lib/values'

/** What a form shows after it was sent: why it was refused, and everything that was typed, so that nothing is lost. */
export interface FormState {
  readonly refusal:
    RefusalNote | { readonly code: AccessRefused['code']; readonly detail: RefusalDetail } | null
  readonly values: Readonly<Record<string, string>>
  /** What is shown once after success, such as a one-time password. */
  readonly shown?: Readonly<Record<string, string>>
}

/** A deed as a form knows it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
