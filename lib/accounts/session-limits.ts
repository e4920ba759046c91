import type { SessionLimits } from '@/lib/store/sessions'

export type { SessionLimits }

/** Two hours without use, twelve in any case: what GB/T 22239 asks for, and a working day. */
export const SESSION_LIMITS: SessionLimits = { idleMinutes: 120, hours: 12 }

/** For so many days a one-time password opens a session: long enough to be handed over in person, not to lie about. */
export const ONE_TIME_DAYS = 7

/** Until when one that is given now does. */
export const oneTimeUntil = (now: Date): Date => new Date(now.getTime() + ONE_TIME_DAYS * 86_400_000)
