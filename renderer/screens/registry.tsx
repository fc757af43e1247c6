import { type ComponentType, createElement } from "react";
import type { ScreenName } from "#core/contract/screen.ts";
import { citizenScreens } from "./citizenScreens.tsx";
import { clerkScreens } from "./clerk/clerkScreens.tsx";
import type { ScreenComponents, ScreenProps } from "./screenProps.ts";
import { technicianScreens } from "./technician/technicianScreens.ts";

/** Which component draws which screen. */
export const screenComponents: ScreenComponents = { ...citizenScreens, ...clerkScreens, ...technicianScreens };

/** Draws the screen that the snapshot names. */
export function ScreenView<N extends ScreenName>({ name, ...props }: ScreenProps<N> & { readonly name: N }) {
  const Component: ComponentType<ScreenProps<N>> = screenComponents[name];
  const { setup, snapshot, send, screen } = props;
  return createElement(Component, { setup, snapshot, send, screen });
}
