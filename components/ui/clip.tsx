/** A paper clip: files stand behind this. */
export const Clip = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 shrink-0">
    <path
      d="M5 8.5l4.2-4.2a2 2 0 012.8 2.8l-5.4 5.4a3.3 3.3 0 01-4.7-4.7L7.5 2.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
    />
  </svg>
)
