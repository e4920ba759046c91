import type { Locale } from '@/lib/values'

/** A sentence: fixed, or made from typed parameters (numbers and names already formatted). */
export type Entry = string | ((...parameters: never[]) => string) | { readonly [key: string]: Entry }

/** The shape of an area without its literal texts, so that the second language can be checked against the first. */
export type Spoken<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Spoken<T[K]> }

/** The words of one area of the portal in every language. */
export type Area<S> = Readonly<Record<Locale, S>>

/** Pairs the two languages of an area. A sentence missing from one, or with other parameters, does not compile. */
export function bilingual<T extends { readonly [key: string]: Entry }>(
  zh: T,
  en: NoInfer<Spoken<T>>,
): Area<Spoken<T>> {
  return { 'zh-CN': zh as unknown as Spoken<T>, en }
}
