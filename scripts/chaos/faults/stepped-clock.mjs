/**
 * Loaded before a process of the product (`node --import`): SIGWINCH steps the clock that its JavaScript reads by an hour, and
 * SIGPIPE steps it back; most other signals ask it to stop. Timers go on as before, as they do where a machine's clock is set.
 */
const HOUR_MS = 3_600_000;
const RealDate = Date;
let aheadMs = 0;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};

process.on('SIGWINCH', () => {
  aheadMs += HOUR_MS;
});
process.on('SIGPIPE', () => {
  aheadMs -= HOUR_MS;
});
