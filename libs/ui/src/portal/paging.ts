import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

/** How a list of the API is read page by page, to be spread into `infiniteQueryOptions`. */
export const byPage = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { readonly nextCursor: string | null }) => page.nextCursor ?? undefined,
};

/** What a `Worklist` shows of a list that is read page by page. */
export function pagedRows<Row>(
  list: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Row[] }>>,
) {
  return {
    rows: list.data?.pages.flatMap(page => page.items) ?? [],
    isLoading: list.isPending,
    error: list.error,
    onRetry: () => void list.refetch(),
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    onLoadMore: () => void list.fetchNextPage(),
  };
}
