const NARROW_SPACE = '\u202f';

export function percent(share) {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) {
    return `<1${NARROW_SPACE}%`;
  }
  return `${rounded}${NARROW_SPACE}%`;
}

export function elapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (milliseconds < 1000) {
    return `${Math.round(milliseconds)}${NARROW_SPACE}ms`;
  }
  if (seconds < 99.95) {
    return `${seconds.toFixed(1)}${NARROW_SPACE}s`;
  }
  return `${Math.round(seconds / 60)}${NARROW_SPACE}min`;
}

/** Milliseconds from one ISO time to a later one, null when one is missing; never below 0, though clocks may differ. */
export function between(earlier, later) {
  if (!earlier || !later) {
    return null;
  }
  return Math.max(0, Date.parse(later) - Date.parse(earlier));
}

/** A place in a recording, as m:ss. */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function timeOfDay(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

export function dateAndTime(iso) {
  return new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

export function size(bytes) {
  if (bytes < 1000) {
    return `${bytes}${NARROW_SPACE}B`;
  }
  if (bytes < 1e6) {
    return `${Math.round(bytes / 1e3)}${NARROW_SPACE}kB`;
  }
  return `${(bytes / 1e6).toFixed(1)}${NARROW_SPACE}MB`;
}

/** A machine's word, such as `too-short`, as people write it. */
export function words(code) {
  return code.toLowerCase().replaceAll(/[-_]/g, ' ');
}
