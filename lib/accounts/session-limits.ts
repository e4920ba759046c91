/** A session ends after so many idle minutes, and in any case after so many hours. */
export const SESSION_LIMITS = { idleMinutes: 120, hours: 12 }
