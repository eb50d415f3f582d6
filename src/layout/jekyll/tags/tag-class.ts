import type { Liquid, Parser, Tag, TagToken, TopLevelToken } from "liquidjs";

/** A tag as LiquidJS takes it, which does not export this type. */
export type TagClass = new (token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid, parser: Parser) => Tag;
