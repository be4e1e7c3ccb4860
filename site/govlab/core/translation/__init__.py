"""How translations stand to their originals: state, drafts, reviews, texts that need none."""
