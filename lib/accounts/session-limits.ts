import type { SessionLimits } from '@/lib/store/sessions'

export type { SessionLimits }

/** Two hours without use, twelve in any case: what GB/T 22239 asks for, and a working day. */
export const SESSION_LIMITS: SessionLimits = { idleMinutes: 120, hours: 12 }
