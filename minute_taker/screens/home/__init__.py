"""The drafts, their earlier versions, and the business of all of them."""
