import 'server-only'
import { NextResponse, type NextRequest } from 'next/server'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { refusalSentence, type AnyRefusal } from '@/lib/i18n/refusal-sentence'
import type { Locale } from '@/lib/values'
import { currentLocale } from './locale'
import { refusalStyle } from './refusal-style'
import { currentSession } from './session'

/** Whether a person follows a link, to whom a page is answered; what asks by itself is answered JSON. */
export const isFollowed = ({ method, headers }: NextRequest): boolean =>
  method === 'GET' && (headers.get('accept') ?? '').includes('text/html')

/** Nothing but the style of this page, which the browser knows by its digest: under /api, where no other policy is written. */
const policy = crypto.subtle
  .digest('SHA-256', new TextEncoder().encode(refusalStyle))
  .then((digest) =>
    [
      "default-src 'none'",
      `style-src 'sha256-${Buffer.from(digest).toString('base64')}'`,
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ].join('; '),
  )

/**
 * What could not be given to a person who followed a link to it, as a page with the status that programs see: a handler cannot
 * render one of the portal's own, so this one draws their frame by itself, without a script. What does not exist and what is
 * not theirs look the same, as in app/not-found.tsx.
 */
export async function refusalPage(
  refusal: AnyRefusal,
  status: number,
  { nextUrl, headers }: NextRequest,
): Promise<Response> {
  const [locale, session] = [await currentLocale(), await currentSession()]
  const { common, account, names } = words(locale)
  // Where proxy.ts has written a policy, which stands above that of this page, its nonce lets the style in.
  const given = headers.get('x-nonce')
  const nonce = given === null ? '' : ` nonce="${escaped(given)}"`
  const person = session?.actor ?? null
  const told =
    refusal.code === 'notFound'
      ? common.notFound
      : { title: common.notGiven, text: refusalSentence(locale, refusal) }
  // Who came with a one-time password is signed in, and has something else to do first.
  const { text, way } =
    refusal.code !== 'signInFirst'
      ? { text: told.text, way: link('/', common.notFound.home, 'way') }
      : person === null
        ? { text: told.text, way: link('/sign-in', common.signIn, 'way') }
        : { text: account.own.mustChange, way: link('/account', account.own.changePassword, 'way') }
  const page = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(told.title)} · ${escaped(common.product)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style${nonce}>${refusalStyle}</style>
</head>
<body>
${env().CHENGJI_DEMO === '1' ? `<aside aria-label="${escaped(common.demo.title)}"><strong>${escaped(common.demo.title)}</strong>${escaped(common.demo.text)}</aside>` : ''}
<header><div class="row">
<a href="/" class="portal">${MARK}<strong>${escaped(common.product)}</strong></a>
<div class="person">
${person === null ? '' : `<div>${link('/account', person.name)} <span>${escaped(names.role[person.role])}</span></div>`}
${languageSwitch(locale, nextUrl.pathname + nextUrl.search, common.switchLanguage)}
</div>
</div></header>
<main>
<div class="told">
<h1>${escaped(told.title)}</h1>
<p>${escaped(text)}</p>
${way}
</div>
</main>
<footer><div class="row">${link('/notice', common.noticeReads)}</div></footer>
</body>
</html>`
  return new NextResponse(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': await policy,
      'Cache-Control': 'no-store',
    },
  })
}

const MARK =
  '<svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" class="mark"><rect width="32" height="32" rx="4"/>' +
  '<path d="M6 26V14l5-3v15zm7.5 0V8l5-3v21zm7.5 0V16l5-3v13z"/></svg>'

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`)

const link = (to: string, text: string, look?: string): string =>
  `<a href="${to}"${look === undefined ? '' : ` class="${look}"`}>${escaped(text)}</a>`

/** The same form as in the frame of every page, which comes back to this address. */
function languageSwitch(locale: Locale, to: string, label: string): string {
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return `<form action="/api/locale" method="post">
<input type="hidden" name="locale" value="${other}"><input type="hidden" name="to" value="${escaped(to)}">
<button type="submit" lang="${other}" class="switch">${escaped(label)}</button>
</form>`
}
