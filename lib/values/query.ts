/** What an address asks behind its question mark; what is named more than once as a list. */
export type Query = Readonly<Record<string, string | string[] | undefined>>
