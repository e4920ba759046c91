/** Pinned to every issued verdict; raised with any change that could change a verdict, its numbers or a check. */
export const ruleVersion = '2026.11.26-1'
