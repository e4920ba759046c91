import type { ReactNode } from 'react'

export type BannerTone = 'info' | 'demo' | 'attention' | 'danger' | 'done'

const TONES: Readonly<Record<BannerTone, string>> = {
  info: 'border-accent bg-accent-wash text-ink',
  demo: 'border-demo bg-demo-wash text-demo',
  attention: 'border-behind-pace bg-behind-pace-wash text-ink',
  danger: 'border-danger bg-danger-wash text-ink',
  done: 'border-met bg-met-wash text-ink',
}

/**
 * A notice that stays in the page. `live` announces it when it appears after a deed; `id` lets a link or the focus
 * reach it.
 */
export function Banner({
  tone = 'info',
  title,
  id,
  live = false,
  className = '',
  children,
}: {
  tone?: BannerTone
  title?: ReactNode
  id?: string
  live?: boolean
  className?: string
  children?: ReactNode
}) {
  return (
    <div
      id={id}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={`mb-4 border-l-4 px-4 py-2 ${TONES[tone]} ${className}`}
    >
      {title !== undefined && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}
