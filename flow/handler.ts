import type { Input } from "./input.ts";
import type { At, AtStep, StepName } from "./state.ts";
import type { Turn } from "./turn.ts";

/** Decides what one input means in one step. An input that a step does not name changes nothing. */
export type Handler<S extends StepName> = (turn: Turn, at: AtStep<S>, input: Input) => void;

export type Handlers<A extends At = At> = { readonly [S in A["step"]]: Handler<S> };
