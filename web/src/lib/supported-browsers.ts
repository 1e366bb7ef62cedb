/** First versions on which the product works, Edge being a Chrome; what is built is built for them. Source: SC-06. */
export const supportedBrowsers = { chrome: '123', firefox: '121', safari: '17.5' } as const;
