import type { z } from 'zod';

/**
 * One route of the public API: what the door parses before the operation and what OpenAPI prints. Params, query and
 * body are merged into the operation's input, so their names must differ.
 */
export type Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, parameters in braces: `/calls/{callId}/claim`. */
  path: string;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  /** Of an answer that is no JSON: `audio/wav`. */
  mediaType?: string;
  /** A television is let in by the token of its own, without a person. */
  takesScreens?: boolean;
  /** The largest body taken, in bytes; 64 KB unless said. */
  maxBytes?: number;
};

// biome-ignore lint/complexity/noBannedTypes: an absent part adds nothing to the input
type Nothing = {};

export type InputOf<C> =
  C extends Contract<infer Params, infer Query, infer Body, z.ZodType>
    ? (z.ZodType extends Params ? Nothing : z.output<Params>) &
        (z.ZodType extends Query ? Nothing : z.output<Query>) &
        (z.ZodType extends Body ? Nothing : z.output<Body>)
    : never;

export type AnswerOf<C> =
  C extends Contract<z.ZodType, z.ZodType, z.ZodType, infer Response> ? z.input<Response> : never;

/** Declares a route with its types kept. */
export const contract = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  declared: Contract<Params, Query, Body, Response>,
) => declared;
