/** Three desks, and one from which somebody speaks. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="logo-board" width="32" height="32" rx="8" />
      <g className="logo-desks">
        <rect x="6.4" y="7.4" width="7.2" height="7.2" rx="2.2" />
        <rect x="18.4" y="17.4" width="7.2" height="7.2" rx="2.2" />
        <rect x="6.4" y="17.4" width="7.2" height="7.2" rx="2.2" />
      </g>
      <path
        className="logo-voice"
        d="M19.7 6.5h4.6a2.2 2.2 0 0 1 2.2 2.2v4.6a2.2 2.2 0 0 1-2.2 2.2h-2.6l-2.6 2v-2.2a2.2 2.2 0 0 1-1.6-2.1V8.7a2.2 2.2 0 0 1 2.2-2.2z"
      />
    </svg>
  );
}
