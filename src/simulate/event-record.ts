import type { ActivityEvent } from "../model/index.js";

/** What every event of a customer has. */
export interface EventHead {
  readonly id: string;
  readonly customerId: string;
  readonly visitorId: string;
  readonly sessionId?: string;
  readonly at: Date;
  readonly channel: string;
  readonly attributes: Record<string, never>;
}

/** One visit: heads of its events, in time. */
export interface Session {
  /** @param ms - the instant, milliseconds since 1970 @defaultValue half a minute after the event before */
  at(ms?: number): EventHead;
}

const STEP_MS = 30_000;

/** Collects the events of one customer, numbered as they come. */
export class EventRecord {
  private readonly events: ActivityEvent[] = [];
  private readonly customerId: string;
  private readonly channel: string;
  private heads = 0;
  private sessions = 0;

  constructor(customerId: string, channel: string) {
    this.customerId = customerId;
    this.channel = channel;
  }

  /** Adds one event. */
  add(event: ActivityEvent): void {
    this.events.push(event);
  }

  /** The head of an event outside every visit. */
  single(ms: number): EventHead {
    return this.head(ms, {});
  }

  /** Begins a visit: adds the event of arriving.
   * @param startMs - milliseconds since 1970
   * @param endMs - no event of the visit is later
   */
  openSession(startMs: number, endMs: number): Session {
    const sessionId = `${this.customerId}-s${++this.sessions}`;
    let last = startMs;
    this.add({ ...this.head(startMs, { sessionId }), type: "visit" });
    return {
      at: (ms = last + STEP_MS) => {
        last = Math.min(Math.floor(ms), endMs);
        return this.head(last, { sessionId });
      },
    };
  }

  /** The events, oldest first; equal instants as they were added. */
  inTime(): readonly ActivityEvent[] {
    return this.events.sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  private head(ms: number, session: { readonly sessionId?: string }): EventHead {
    const { customerId, channel } = this;
    const id = `${customerId}-e${++this.heads}`;
    return { id, customerId, visitorId: `${customerId}-v1`, ...session, at: new Date(ms), channel, attributes: {} };
  }
}
