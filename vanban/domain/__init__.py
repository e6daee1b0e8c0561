"""Turn what an office knows without a computer into types: plan, target, signatory, recipient, finding. Pure."""
