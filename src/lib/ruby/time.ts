import { strftime } from "../strftime.js";
import { offsetAt } from "../time-zone.js";

/**
 * A moment as Ruby's `Time` or, with `day`, its `Date`: printed, compared and sorted as those are. It speaks LiquidJS's
 * protocol for values that compare themselves.
 */
export class RubyTime {
  /** Milliseconds since the epoch. */
  readonly instant: number;
  /** IANA name of the zone that it is printed in. */
  readonly zone: string;
  /** A calendar day without a time. */
  readonly day: boolean;
  /** Written with `Z`: Ruby prints the name UTC and no offset. */
  readonly utc: boolean;

  constructor(instant: number, zone: string, { day = false, utc = false }: { day?: boolean; utc?: boolean } = {}) {
    this.instant = instant;
    this.zone = zone;
    this.day = day;
    this.utc = utc;
  }

  toString(): string {
    return this.format(this.day ? "%Y-%m-%d" : this.utc ? "%Y-%m-%d %H:%M:%S UTC" : "%Y-%m-%d %H:%M:%S %z");
  }

  toJSON(): string {
    return this.toString();
  }

  format(pattern: string): string {
    // An offset has no name.
    return strftime(this.instant, this.zone, /^[-+]/.test(this.zone) ? pattern.replace(/%Z/g, "") : pattern);
  }

  /** A day as Ruby's `Date` formats itself: as UTC's, whatever zone it was read in. */
  get ofUtc(): RubyTime {
    return this.day ? new RubyTime(this.instant + offsetAt(this.instant, this.zone), "UTC", { day: true }) : this;
  }

  /** The same moment as the clocks of another zone show it. */
  in(zone: string): RubyTime {
    return new RubyTime(this.instant, zone, { day: this.day });
  }

  equals(other: unknown): boolean {
    return other instanceof RubyTime && other.instant === this.instant;
  }

  gt(other: unknown): boolean {
    return other instanceof RubyTime && this.instant > other.instant;
  }

  geq(other: unknown): boolean {
    return other instanceof RubyTime && this.instant >= other.instant;
  }

  lt(other: unknown): boolean {
    return other instanceof RubyTime && this.instant < other.instant;
  }

  leq(other: unknown): boolean {
    return other instanceof RubyTime && this.instant <= other.instant;
  }
}
