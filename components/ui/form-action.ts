import { useActionState } from 'react'
import type { FormAction, FormState } from '@/lib/web/form-state'

/** What a form shows, what sends it, and whether it is under way: at first nothing is refused, and only what was given stands in it. */
export const useFormAction = (action: FormAction, given: FormState['values'] = {}) =>
  useActionState(action, { refusal: null, values: given })
