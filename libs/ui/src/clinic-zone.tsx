import { createContext, useContext, type ReactNode } from 'react';

const ZoneContext = createContext('America/Chicago');

/** The zone whose wall clock the pages below show: that of the practice, or of a location within it. */
export function ClinicZone({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  return <ZoneContext.Provider value={zone}>{children}</ZoneContext.Provider>;
}

export function useZone(): string {
  return useContext(ZoneContext);
}
