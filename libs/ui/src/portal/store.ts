import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';

interface UiState {
  /** The location whose lists and calendar are shown; undefined shows all. */
  readonly locationId: string | undefined;
}

const ui = createSlice({
  name: 'ui',
  initialState: { locationId: undefined } as UiState,
  reducers: {
    locationChosen: (state, action: PayloadAction<string | undefined>) => ({
      ...state,
      locationId: action.payload,
    }),
  },
});

const { locationChosen } = ui.actions;

/** State of the screen only; server data lives in the query client. */
export const createPortalStore = () => configureStore({ reducer: { ui: ui.reducer } });
type PortalStore = ReturnType<typeof createPortalStore>;

/** The location that the header chose, or undefined for all. */
export function useLocationId(): string | undefined {
  return useSelector((state: ReturnType<PortalStore['getState']>) => state.ui.locationId);
}

export function useChooseLocation(): (id: string | undefined) => void {
  const dispatch = useDispatch<PortalStore['dispatch']>();
  return id => dispatch(locationChosen(id));
}
