"""Rules over clause frames: which frames of which classes give which claims. They read no parser label."""
