import type { QrCode } from '@/lib/documents/qr-code'

/** A QR code, dark on white in every colour scheme and on paper. `label` says where it leads. */
export function QrMark({ code, label }: { code: QrCode; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      className="size-32 shrink-0 border border-line"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}
