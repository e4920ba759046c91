import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { LocaleProvider } from '@/components/ui/locale-provider'
import type { Locale } from '@/lib/values'

type Texts = Readonly<Record<string, string>>
type Page = (props: {
  readonly params: Promise<Texts>
  readonly searchParams: Promise<Texts>
}) => Promise<ReactNode>

const APP = path.join(import.meta.dirname, '../../app')

/**
 * The portal's page at an address as it comes to the browser. Who asks, and in which language the page speaks, are the test's to
 * mock. @throws where there is no such page
 */
export async function pageOf(address: string, locale: Locale): Promise<string> {
  const url = new URL(address)
  const { file, params } = pageAt(url.pathname)
  const { default: Page } = (await import(pathToFileURL(file).href)) as { readonly default: Page }
  const children = await Page({
    params: Promise.resolve(params),
    searchParams: Promise.resolve(Object.fromEntries(url.searchParams)),
  })
  const { prelude } = await prerender(createElement(LocaleProvider, { locale, children }))
  return new Response(prelude).text()
}

/** What a person reads there, each element on a line of its own; with an id only what is in the element called so. */
export const readOn = (html: string, id: string): string => textOf(id === '' ? html : elementIn(html, id))

/** The element with an id, whole. */
function elementIn(html: string, id: string): string {
  const start = new RegExp(`<(\\w+)[^>]* id="${id}"|<(\\w+) id="${id}"`).exec(html)
  if (start === null) throw new Error(`nothing is called ${id}`)
  const tag = start[1] ?? start[2] ?? ''
  let depth = 0
  for (const each of html.slice(start.index).matchAll(new RegExp(`<(/?)${tag}\\b`, 'g'))) {
    depth += each[1] === '/' ? -1 : 1
    if (depth === 0) return html.slice(start.index, start.index + each.index)
  }
  throw new Error(`${id} does not end`)
}

/** The page's file and what its folders take from the address. */
function pageAt(pathname: string): { readonly file: string; readonly params: Texts } {
  const params: Record<string, string> = {}
  let folder = APP
  for (const part of pathname.split('/').slice(1)) {
    const own = path.join(folder, part)
    const taking = readdirSync(folder).find((name) => name.startsWith('['))
    if (existsSync(own)) folder = own
    else if (taking === undefined) throw new Error(`no page at ${pathname}`)
    else {
      params[taking.slice(1, -1)] = decodeURIComponent(part)
      folder = path.join(folder, taking)
    }
  }
  return { file: path.join(folder, 'page.tsx'), params }
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<(style|script|title)\b.*?<\/\1>/gs, ' ')
    .replaceAll('<!-- -->', '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&amp;', '&')
