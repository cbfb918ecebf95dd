const PATHS = {
  back: 'M15 5l-7 7 7 7',
  chart: 'M4.5 20h15M7 16.5v-4M12 16.5v-11M17 16.5v-7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M8 10l4 4 4-4',
  clock: 'M12 7v5l3 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  comment: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-4 3.5V16H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8 9h8M8 12h5',
  close: 'M6 6l12 12M18 6L6 18',
  desks: 'M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z',
  down: 'M12 5v14M6 13l6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  enter: 'M4 12h10M10 7l5 5-5 5M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
  forward: 'M9 5l7 7-7 7',
  flag: 'M6 21V4M6 5h11l-2.2 4L17 13H6',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM9 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  leave: 'M20 12H10M14 7l-5 5 5 5M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4',
  link: 'M9.5 14.5l5-5M8 11l-2.6 2.6a3.7 3.7 0 0 0 5 5L13 16M16 13l2.6-2.6a3.7 3.7 0 0 0-5-5L11 8',
  lock: 'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V8a4 4 0 0 1 8 0v3',
  mute: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4zM16 10l4 4M20 10l-4 4',
  note: 'M6 3.5h12a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM8.5 8.5h7M8.5 12h7M8.5 15.5h4',
  people:
    'M9 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 19c.4-3 2.6-4.8 5.5-4.8s5.1 1.8 5.5 4.8M15.5 5a3.1 3.1 0 0 1 0 6M17 14.5c2 .5 3.2 2.1 3.5 4.5',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.8 5a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6zM15.2 15.2L20 20',
  send: 'M4.5 12L20 4.5 15.5 20l-3.6-6.4L4.5 12zM11.9 13.6L20 4.5',
  tag: 'M4 5v6.2a1 1 0 0 0 .3.7l7.8 7.8a1 1 0 0 0 1.4 0l6.2-6.2a1 1 0 0 0 0-1.4L11.9 4.3a1 1 0 0 0-.7-.3H5a1 1 0 0 0-1 1zM8.2 8.2v.1',
  trash: 'M5 7h14M10 4h4M7 7l.8 12a1 1 0 0 0 1 1h6.4a1 1 0 0 0 1-1L17 7M10.5 11v5M13.5 11v5',
  unlock:
    'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V8a4 4 0 0 1 7.7-1.5',
  warning: 'M12 4L2.8 19.5h18.4L12 4zM12 10v4.5M12 17.2v.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing that repeats what a text says, so it is silent. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
