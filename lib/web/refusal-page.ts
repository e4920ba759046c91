import 'server-only'
import { NextResponse, type NextRequest } from 'next/server'
import { words } from '@/lib/i18n'
import { refusalSentence, type AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { currentLocale } from './locale'

/** Whether a person follows a link, to whom a page is answered; what asks by itself is answered JSON. */
export const isFollowed = ({ method, headers }: NextRequest): boolean =>
  method === 'GET' && (headers.get('accept') ?? '').includes('text/html')

/**
 * What could not be given to a person who followed a link to it, as a page with the status that programs see: a handler cannot
 * render one of the portal's own. What does not exist and what is not theirs look the same, as in app/not-found.tsx.
 */
export async function refusalPage(refusal: AnyRefusal, status: number): Promise<Response> {
  const locale = await currentLocale()
  const { common } = words(locale)
  const { title, text, home } =
    refusal.code === 'notFound'
      ? common.notFound
      : { title: common.notGiven, text: refusalSentence(locale, refusal), home: common.notFound.home }
  const [href, way] = refusal.code === 'signInFirst' ? ['/sign-in', common.signIn] : ['/', home]
  const page = `<!doctype html>
<html lang="${locale}" style="color-scheme: light dark">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · ${escaped(common.product)}</title>
<body style="font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<main>
<h1 style="font-size: 1.5rem">${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p><a href="${href}">${escaped(way)}</a></p>
</main>`
  return new NextResponse(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src-attr 'unsafe-inline'; frame-ancestors 'self'",
      'Cache-Control': 'no-store',
    },
  })
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`)
